declare const brand: unique symbol;

/** A text that has been proved to be what its name says. Only the module that owns the proof makes one. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
