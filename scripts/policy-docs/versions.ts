/** The digest of the tables under each POLICY_VERSION, oldest first. One that stands here is never changed. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2': '3ed0d1be0ba699bf',
  '3': '1f3bbff4fa337348',
};
