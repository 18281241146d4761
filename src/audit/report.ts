import { type Checked, type Verdict } from './verify';

const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const tailOf = ({ young, lastAnchorAt }: Checked): string => {
  const since =
    lastAnchorAt === undefined ? 'There is no anchor yet' : `The last anchor is of ${lastAnchorAt}`;
  if (young === 0) return `${since}; no event is younger than what anchors have seen.`;
  return (
    `${since}. ${counted(young, 'event')} no anchor has seen yet: if the newest of them were removed, and ` +
    'everything they changed put back, this would not show it.'
  );
};

/** What an auditor reads: what was checked, how much of it anchors vouch for, and the first thing that is wrong. */
export const reportOf = ({ checked, wrong }: Verdict, seconds: number): string => {
  const { events, chains, documents, anchors, anchored } = checked;
  const lines = [
    `Checked ${counted(events, 'event')} in ${counted(chains, 'chain')}, ${counted(documents, 'document')} and ` +
      `${counted(anchors, 'anchor')} in ${seconds.toFixed(1)} s.`,
    `Anchored: ${counted(anchored, 'event')}. ${tailOf(checked)}`,
    wrong === undefined ? 'Everything holds.' : `WRONG: ${wrong}. What comes after was not checked.`,
  ];
  return `${lines.join('\n')}\n`;
};
