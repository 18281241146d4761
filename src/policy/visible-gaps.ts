import { type GapCategory } from '../domain/action-choices';
import { type Gap } from '../domain/gap';
import { type AgencyId, type GapId } from '../domain/ids';
import { isActive, type Partner, type Person, type Role } from '../domain/people';
import { type Instant } from '../domain/time';

/** A gap as one reader sees it. `more` is for those who work with the register. */
export type SeenGap = {
  readonly id: GapId;
  readonly category: GapCategory;
  readonly partners: readonly Partner[];
  readonly text: string;
  readonly reports: number;
  readonly more?: {
    readonly state: Gap['state'];
    readonly agency: AgencyId;
    readonly recordedAt: Instant;
  };
};

const IN_THE_GROUP: readonly Role[] = ['coordinator', 'member'];
const has = ({ roles }: Person, wanted: readonly Role[]): boolean =>
  wanted.some(role => roles.includes(role));

const whole = ({ id, category, partners, text, reports, state, agency, recordedAt }: Gap): SeenGap => ({
  ...{ id, category, partners, text, reports },
  more: { state, agency, recordedAt },
});
const cleared = (gap: Gap): readonly SeenGap[] => {
  if (gap.state !== 'cleared') return [];
  const { id, category, partners, clearedText, reports } = gap;
  return [{ id, category, partners, text: clearedText, reports }];
};

/**
 * The coordinator and the members see all of every gap; the steering group the cleared text of the cleared ones, and
 * not who reported them or when (domain.md §§2, 10). Nobody else sees any.
 */
export const visibleGaps = (reader: Person, gaps: readonly Gap[]): readonly SeenGap[] => {
  if (!isActive(reader)) return [];
  if (has(reader, IN_THE_GROUP)) return gaps.map(whole);
  return has(reader, ['steering']) ? gaps.flatMap(cleared) : [];
};
