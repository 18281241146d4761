/** Where a message stands, so that it can be edited. */
export type Posted = { readonly activityId: string; readonly conversationId: string };
