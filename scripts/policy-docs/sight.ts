import { CASE_STATES } from '../../src/domain/case';
import { common } from '../../src/i18n/nb/common';
import { type VisibleRow } from '../../src/policy/rows';
import { type Tables } from '../../src/policy/tables';
import { code, table } from './markdown';
import { people } from './operations';
import { SIGHT_CONDITIONS, WAY_ORDER, WAYS } from './words';

const sections = (row: VisibleRow): string => row.sections.map(code).join(' ');

const inWords = (ways: Tables['visible']): string =>
  table(
    ['what opens it', 'who', 'parts', 'and'],
    WAY_ORDER.map(way => [
      WAYS[way],
      people(ways[way].who),
      sections(ways[way]),
      ways[way].and.map(condition => SIGHT_CONDITIONS[condition]).join('; and '),
    ]),
  );

const byState = (ways: Tables['visible']): string =>
  table(
    ['state', ...WAY_ORDER.map(way => WAYS[way])],
    CASE_STATES.map(state => [
      `${common.states[state]} (${code(state)})`,
      ...WAY_ORDER.map(way => (ways[way].states.includes(state) ? sections(ways[way]) : '–')),
    ]),
  );

export const sight = ({ visible }: Tables): readonly string[] => [
  'Everything but process (A) is sealed, apart for each agency that put it in. A part is shown when one of these ways',
  inWords(visible),
  'leads to it in the state the case is in:',
  byState(visible),
];
