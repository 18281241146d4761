/** One line in the log: the event's name and fields without content (security.md row 25). */
export type Log = (event: string, fields: Readonly<Record<string, string | number | boolean>>) => void;
