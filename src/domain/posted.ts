import { type LocalDate } from './time';

/** Where a message stands, so that it can be edited. */
export type Posted = { readonly activityId: string; readonly conversationId: string };

/** The newest digest somebody got, and the day it was for. */
export type PostedDigest = { readonly posted: Posted; readonly on: LocalDate };

export const isSameMessage = (one: Posted, other: Posted): boolean =>
  one.activityId === other.activityId && one.conversationId === other.conversationId;
