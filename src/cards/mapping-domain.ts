import { type MappingDomain } from '../domain/mapping';
import { button } from './button';
import { type Drawing } from './drawing';
import { type MappingSubject, type Piece } from './mapping';
import { headed, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { agencyName } from './wording';

const wordRow = ({ t, nameOf, programme, today }: Drawing, { level, text, on, by, origin }: Piece): Data => ({
  when: t.mapping.levels[level],
  what: agencyName(programme, origin),
  lines: [...(text === '' ? [] : [shown(text)]), [t.day(on, today), nameOf(by)].join(' · ')],
});

/** One domain with all that the agencies have written of it, as far as the reader may see. */
export const mappingDomainCard = (d: Drawing, subject: MappingSubject, domain: MappingDomain): Card => {
  const { t, nonce } = d;
  const { kase } = subject;
  const pieces = subject.pieces[domain];
  const carried = { caseId: kase.id, nonce };
  return fill('log', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.mapping.domains[domain],
      lead: pieces.length === 0 ? t.mapping.nothingSaid : '',
    }),
    rows: pieces.map(piece => wordRow(d, piece)),
    actions: [
      button(t.mapping.back, { verb: 'open-mapping', ...carried }, { leavesInputs: true }),
      button(t.common.close, { verb: 'close-view', ...carried }, { leavesInputs: true }),
    ],
  });
};
