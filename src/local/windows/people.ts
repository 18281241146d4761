/** One demo person of the local world: a role, never a name. */
export type LocalPerson = {
  readonly name: string;
  /** domain.md §2; empty for someone who only owns tasks. */
  readonly roles: readonly string[];
  readonly partner: 'kommune' | 'helse' | 'politi';
  readonly agency: string;
  /** The user id of Teams, `29:…`. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly tenantId: string;
};

/** `window` is the person's word in addresses and folders: letters, digits and hyphens. */
export type WindowPerson = LocalPerson & { readonly window: string };

export type LocalChannel = { readonly teamId: string; readonly channelId: string };
export type LocalBot = { readonly id: string; readonly name: string };
