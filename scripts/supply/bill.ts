import { execFileSync } from 'node:child_process';
import { z } from 'zod';

const Own = z.looseObject({ name: z.string() });
const Property = z.object({ name: z.string(), value: z.string() });
const Bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }) }),
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      hashes: z.array(z.unknown()).min(1),
      properties: z.array(Property),
    }),
  ),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
export type Bill = z.infer<typeof Bill>;

/** npm's own, from the lock alone: nothing is fetched, and what stands in node_modules does not matter. */
const ASKED = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];

const isForDevelopment = ({ properties }: Bill['components'][number]): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** By its own name: npm calls one that stands in for another by the other's, in this place alone. */
const named = (one: Bill['components'][number]): Bill['components'][number] => ({
  ...one,
  name: one['bom-ref'].slice(0, one['bom-ref'].lastIndexOf('@')),
});

/** Without what is used for development only. npm's `--omit=dev` would also leave out what both use. */
const carriedIn = (bill: Bill): Pick<Bill, 'components' | 'dependencies'> => {
  const components = bill.components.filter(one => !isForDevelopment(one)).map(named);
  const left = new Set(bill.components.filter(isForDevelopment).map(one => one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => !left.has(ref))
    .map(one => ({ ...one, dependsOn: one.dependsOn.filter(ref => !left.has(ref)) }));
  return { components, dependencies };
};

/** What the program in the folder is made of, in the format CycloneDX. */
export const billOf = (folder: string, packageJson: unknown): Bill => {
  const said = execFileSync('npm', ASKED, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const bill = Bill.parse(JSON.parse(said));
  // npm calls it by the folder that it happens to lie in, and a library.
  const { name } = Own.parse(packageJson);
  const component = { ...bill.metadata.component, name, type: 'application' };
  return { ...bill, ...carriedIn(bill), metadata: { ...bill.metadata, component } };
};
