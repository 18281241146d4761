import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

type Type = {
  readonly name: string;
  readonly className?: string | undefined;
  readonly element?: { readonly type: Type } | undefined;
};
const Type: z.ZodType<Type> = z.lazy(() =>
  z.looseObject({
    name: z.string(),
    className: z.string().optional(),
    element: z.object({ type: Type }).optional(),
  }),
);
const Property = z.looseObject({ serializedName: z.string(), required: z.boolean().optional(), type: Type });
const Composite = z.object({ type: z.object({ modelProperties: z.record(z.string(), Property) }) });

const Mappers = z.record(z.string(), z.unknown());
/** What the service's own client knows of its types. */
const load = createRequire(__filename);
const client = dirname(load.resolve('@azure/arm-cosmosdb'));
const mappers = Mappers.parse(load(join(client, 'models', 'mappers.js')));

const KINDS: Readonly<Record<string, string>> = { String: 'string', Number: 'number', Boolean: 'boolean' };

const misfits = (type: Type, value: unknown, path: string): readonly string[] => {
  const { element } = type;
  if (type.name === 'Composite') return unfit(type.className ?? '', value, path);
  if (type.name === 'Sequence' && element !== undefined)
    return Array.isArray(value)
      ? value.flatMap((one: unknown, i) => misfits(element.type, one, `${path}[${String(i)}]`))
      : [`${path} is no list`];
  const kind = KINDS[type.name] ?? 'string';
  return typeof value === kind ? [] : [`${path} is no ${kind}`];
};

/** Where a value, as it stands in a file, is not of the ARM type with this name. */
export const unfit = (name: string, value: unknown, path = name): readonly string[] => {
  const known = Composite.parse(mappers[name]).type.modelProperties;
  const given = z.record(z.string(), z.unknown()).safeParse(value).data;
  if (given === undefined) return [`${path} is no ${name}`];
  const properties = Object.values(known);
  return [
    ...properties
      .filter(({ serializedName, required }) => required === true && !(serializedName in given))
      .map(({ serializedName }) => `${path}.${serializedName} is missing`),
    ...Object.entries(given).flatMap(([key, part]) => {
      const property = properties.find(({ serializedName }) => serializedName === key);
      return property === undefined
        ? [`${path}.${key} is not known`]
        : misfits(property.type, part, `${path}.${key}`);
    }),
  ];
};
