import { minutesPaper } from '../../src/cards/minutes-paper';
import { aMinutedItem, anAddendum } from '../builders/minutes';
import { aRunningMeeting, codeOf } from './group-subjects';
import { approvedMeeting, opened, shownMinutes } from './minutes-subjects';
import { aDrawing, inEachLanguage } from './subjects';

const d = aDrawing();
const approved = { ...opened, meeting: approvedMeeting };
const NBSP = /\u{a0}/gu;
const linesOf = (...[drawing, text]: Parameters<typeof minutesPaper>): readonly string[] =>
  minutesPaper(drawing, text)
    .parts.flatMap(part => {
      if (part.kind === 'facts') return part.rows.map(row => row.join(': '));
      return part.kind === 'table' ? [part.columns, ...part.rows].map(row => row.join(' | ')) : [part.text];
    })
    .map(line => line.replaceAll(NBSP, ' '));

describe('minutesPaper', () => {
  it('has a neutral name and title, and the moment of its approval', () => {
    const paper = minutesPaper(d, approved);

    expect(paper).toMatchObject({
      name: 'referat-ressursgruppen-2026-12-09',
      language: 'nb-NO',
      marks: [],
      at: '2026-12-02T10:00:00.000Z',
    });
    expect(paper.title.replaceAll(NBSP, ' ')).toBe('Referat, ressursgruppen, 9. desember 2026');
  });

  it('is marked as a draft until it is approved, and as an extract where something is left out', () => {
    expect(minutesPaper(d, opened).marks).toEqual(['Utkast. Referatet er ikke godkjent.']);
    expect(minutesPaper(d, { ...approved, minutes: shownMinutes({ partial: true }) }).marks).toEqual([
      'Utdrag. Saker som leseren er inhabil i, og tillegg er utelatt.',
    ]);
  });

  it('says when, where, who led, who was there and what each case came to', () => {
    expect(linesOf(d, { ...approved, addenda: [anAddendum()] })).toEqual([
      'Møtet',
      'Tid: 9. desember 2026 kl. 09.05 til kl. 10.30',
      'Sted: Møterom 1',
      'Møteleder: Møteleder',
      'Taushetstekst: Lest opp av Møteleder',
      'Oppmøte',
      'Plass | Oppmøte',
      'Etat for sosiale tjenester | Til stede',
      'Kronstad DPS | Stedfortreder til stede',
      'Politiets innsatsgruppe | Ikke til stede',
      'Saker',
      `Sak 1: ${codeOf(1)}`,
      'Gjelder: Ny kandidat',
      'Spørsmål: Inntak',
      'Beslutning: Tatt inn',
      'Innspill fra: Kronstad DPS',
      `Sak 2: ${codeOf(2)}`,
      'Ikke lenger tilgjengelig.',
      `Sak 3: ${codeOf(3)}`,
      'Kom til etter at sakslisten var publisert.',
      'Gjelder: Ny kandidat',
      'Spørsmål: Inntak',
      'Beslutning: Ikke tatt inn',
      'Årsak: Dekkes av eksisterende tilbud',
      'Dissens: Politiets innsatsgruppe',
      'Innspill fra: Kronstad DPS og Politiets innsatsgruppe',
      'Inhabil: Etat for sosiale tjenester',
      'Ny oppgave: Avtale møte, Kronstad DPS, frist 18. desember 2026',
      expect.stringContaining('ikke et enkeltvedtak') as string,
      'Begrunnelsene ligger i beslutningene, ikke i referatet.',
      'Tillegg',
      'Dato | Av | Tekst',
      '4. desember 2026 kl. 12.00 | Sent ute-koordinator | Møtet begynte 9.10.',
      'Godkjenning',
      'Godkjent av Møteleder 2. desember 2026 kl. 11.00.',
    ]);
  });

  it('tells a running meeting from one that is over, and what was not decided', () => {
    const { endedAt: _, ...running } = shownMinutes();
    const { decision: __, ...undecided } = aMinutedItem({ answered: [] });
    const text = { ...opened, meeting: aRunningMeeting(), minutes: { ...running, items: [undecided] } };

    const lines = linesOf(d, text);

    expect(lines).toContain('Tid: 9. desember 2026 kl. 09.05');
    expect(lines).toContain('Beslutning: Ingen beslutning');
    expect(lines.filter(line => /^(Spørsmål|Innspill|Godkjenning|Tillegg)/.test(line))).toEqual([]);
  });

  it('says so where there were no cases', () => {
    expect(linesOf(d, { ...opened, minutes: shownMinutes({ items: [] }) })).toContain(
      'Møtet hadde ingen saker.',
    );
  });

  it.each(inEachLanguage())('leaves nothing unsaid, in %s', (_, drawing) => {
    const lines = linesOf(drawing, { ...approved, addenda: [anAddendum()] });

    expect(lines.join('\n')).not.toMatch(/undefined|\[object/);
    expect(lines).toHaveLength(35);
  });
});
