import { type OutboundActivity } from '../../../src/local/windows/activity';
import { type Delivery, type Playground } from '../../../src/local/windows/playground';

type Post = { readonly conversation: string; readonly id: string; readonly text: unknown };

/** A Playground's store in memory: ids of its own, 404 for what it does not know. */
export const fakePlayground = (name: string, answer?: Delivery) => {
  const posts: Post[] = [];
  const edits: Post[] = [];
  const postTo = (conversation: string, { text }: OutboundActivity): Delivery => {
    const id = `${name}-${String(posts.length + 1)}`;
    posts.push({ conversation, id, text });
    return { kind: 'shown', id };
  };
  const editIn = (conversation: string, id: string, { text }: OutboundActivity): Delivery => {
    if (!posts.some(post => post.id === id)) return { kind: 'missing' };
    edits.push({ conversation, id, text });
    return { kind: 'shown', id };
  };
  const playground: Playground = {
    post: (conversation, activity) => Promise.resolve(answer ?? postTo(conversation, activity)),
    edit: (conversation, id, activity) => Promise.resolve(answer ?? editIn(conversation, id, activity)),
  };
  return { playground, posts, edits, texts: () => posts.map(({ text }) => text) };
};
