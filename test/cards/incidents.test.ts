import { incidentForm, settlingForm } from '../../src/cards/incident-form';
import { incidentDone, incidentsCard } from '../../src/cards/incidents';
import { itemCard } from '../../src/cards/item';
import { briefOf } from '../../src/domain/action';
import { INCIDENT_FIELDS, type IncidentProblem } from '../../src/domain/incident';
import { aRunningMeeting, anAction, anItem, caseIn, member } from './group-subjects';
import { anIncident, caseWith, happened, READERS, seenIncidents } from './learning-subjects';
import { faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, inEachLanguage } from './subjects';

const own = aDrawing({ reader: aPerson() });
const kase = caseWith([anIncident()]);
const task = anAction({ title: 'follow-up-incident' });
const followed = { ...caseWith([anIncident(1, { action: task.id })]), actions: [briefOf(task)] };
const PROBLEMS: readonly IncidentProblem['problem'][] = ['missing', 'future', 'too-old'];

describe('every card about incidents', () => {
  it.each(inEachLanguage())('keeps the rules of every card for every reader, in %s', (_, drawing) => {
    const cards = [aPerson(), member, ...READERS]
      .map(reader => ({ ...drawing, reader }))
      .flatMap(d => [
        incidentForm(d, { kase }),
        ...PROBLEMS.flatMap(problem =>
          INCIDENT_FIELDS.map(field => incidentForm(d, { kase, problems: [{ field, problem }] })),
        ),
        settlingForm(d, { kase, incident: anIncident() }),
        incidentsCard(d, { kase, incidents: [] }),
        incidentsCard(d, { kase, incidents: seenIncidents(12) }),
        incidentsCard(d, { kase, incidents: [{ incident: anIncident() }] }),
        incidentDone(d, { kase, incident: anIncident(), what: 'settled' }),
        incidentDone(d, { kase: followed, incident: anIncident(1, { action: task.id }), what: 'saved' }),
      ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });
});

describe('incidentForm', () => {
  it('says first whom to ring, and who will see it', () => {
    const words = wordsIn(incidentForm(own, { kase }));

    expect(words).toMatch(/Andre etater ser den bare[^]*Ring 112 eller 113[^]*«Følge opp hendelse»/);
  });

  it('keeps what was given, with the error by its field, and asks for no words', () => {
    const values = { when: '2027-01-01', kind: 'damage', reported: 'prevented' };
    const card = incidentForm(own, { kase, values, problems: [{ field: 'when', problem: 'future' }] });

    expect(INCIDENT_FIELDS.map(field => inputIn(card, field)['value'])).toEqual(Object.values(values));
    expect(wordsIn(card)).toContain('Velg en dato som har vært.');
    expect(JSON.stringify(card)).not.toContain('Input.Text');
  });
});

describe('incidentsCard', () => {
  it('lets the agency where it happened change the answer, and the others read it', () => {
    const incidents = [{ incident: anIncident(), what: happened }];

    expect(verbsIn(incidentsCard(own, { kase, incidents }))).toContain('start-settle-incident');
    const others = incidentsCard(aDrawing({ reader: member }), { kase, incidents });
    expect(verbsIn(others)).not.toContain('start-settle-incident');
    expect(wordsIn(others)).toMatch(/Trussel[^]*Under vurdering[^]*19\.\u00a0nov\./);
  });

  it('reads the same where there is none for the reader and where there is none', () => {
    const quiet = caseIn('mapping');

    expect(wordsIn(incidentsCard(own, { kase: quiet, incidents: [] }))).toContain('Ingen hendelser å vise');
  });
});

describe('incidentDone', () => {
  it('says when the task is due, while there is one', () => {
    const incident = anIncident(1, { action: task.id });

    expect(wordsIn(incidentDone(own, { kase: followed, incident, what: 'saved' }))).toContain(
      'Oppgaven «Følge opp hendelse» har frist',
    );
    expect(wordsIn(incidentDone(own, { kase, incident: anIncident(), what: 'saved' }))).toContain(
      'Ring kontaktpersonen før oppmøte.',
    );
  });
});

describe('a task about an incident', () => {
  it('is no number in the channel', () => {
    const item = { item: anItem(), kase: followed, meeting: aRunningMeeting() };
    const { reader: _, nonce: __, ...d } = aDrawing();

    expect(wordsIn(itemCard({ ...d, id: 'o'.repeat(32) }, item))).toMatch(/Åpne oppgaver[^]*Ingen/i);
  });
});
