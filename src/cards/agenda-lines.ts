import { type AgendaItem, type Entry, ITEM_KINDS, type ItemKind } from '../domain/agenda';
import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Setting } from './shared-drawing';
import { capital } from './wording';

/** A line of an agenda, foreseen or published: process only. */
export type Line = { readonly kind: ItemKind; readonly caseId: CaseId; readonly code: CaseCode };
export type LineSection<L extends Line> = { readonly kind: ItemKind; readonly lines: readonly L[] };

/** domain.md §7's order; a section without lines is left out. */
export const inSections = <L extends Line>(lines: readonly L[]): readonly LineSection<L>[] =>
  ITEM_KINDS.map(kind => ({ kind, lines: lines.filter(line => line.kind === kind) })).filter(
    section => section.lines.length > 0,
  );

export const foreseen = ({ kase, kind }: Entry): Line => ({ kind, caseId: kase.id, code: kase.code });

/** In the order of their numbers. What is closed is not named any more, here as on its own card. */
export const published = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  items.filter(({ closed }) => !closed).sort((one, other) => one.number - other.number);

/** "Tirsdag 1. desember kl. 09.00" */
export const whenOf = ({ t, today, programme }: Setting, { on }: Meeting): string =>
  capital(t.agenda.when(t.day(on, today), t.time(programme.time)));
