import { readFileSync } from 'node:fs';

import { billOf } from '../../scripts/supply/bill';
import { licencesIn } from '../../scripts/supply/licences';

describe('billOf', () => {
  it('names the program, and every package that it carries, each with its sum', () => {
    const { metadata, components, dependencies } = billOf(
      '.',
      JSON.parse(readFileSync('package.json', 'utf8')),
    );

    const carried = licencesIn('.').filter(({ isForDevelopment }) => !isForDevelopment);
    const named = components.map(({ name, version }) => `${name}@${version}`);

    expect(metadata.component).toMatchObject({ name: 'sent-ute-bot', type: 'application' });
    expect(named).toEqual(expect.arrayContaining(['botbuilder@4.23.3', 'jose@5.10.0']));
    expect(named.toSorted()).toEqual(carried.map(({ name, version }) => `${name}@${version}`).toSorted());
    expect(named.filter(name => name.startsWith('jest@'))).toEqual([]);
    expect(
      dependencies
        .flatMap(({ dependsOn }) => dependsOn)
        .filter(ref => components.every(one => one['bom-ref'] !== ref)),
    ).toEqual([]);
  });
});
