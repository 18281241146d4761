import { z } from 'zod';
import { REPRESENTATIVES } from '../../domain/consent';
import { type Content, type SectionContent } from '../../domain/content';
import { type Section } from '../../domain/groups';
import { DOMAINS, LEVELS } from '../../domain/mapping';
import { CHOICES, OPENINGS, PLANS, SERVICES } from '../../domain/referral';
import { CRITERIA, SERVICE_KINDS } from '../../domain/summary';
import { LocalDate, PersonId } from '../../ids';

export const IdentitySchema = z.strictObject({
  name: z.string().exactOptional(),
  number: z.string().exactOptional(),
  birthYear: z.number().exactOptional(),
});

const Answers = z.strictObject({
  scene: z.enum(CHOICES.scene).exactOptional(),
  violence: z.enum(CHOICES.violence).exactOptional(),
  substance: z.enum(CHOICES.substance).exactOptional(),
  mental: z.enum(CHOICES.mental).exactOptional(),
  history: z.enum(CHOICES.history).exactOptional(),
  effect: z.enum(CHOICES.effect).exactOptional(),
  asked: z.enum(CHOICES.asked).exactOptional(),
  informed: z.enum(CHOICES.informed).exactOptional(),
  'contact-consent': z.enum(CHOICES['contact-consent']).exactOptional(),
  children: z.enum(CHOICES.children).exactOptional(),
});

const ReferralPart = z.strictObject({
  answers: Answers.exactOptional(),
  recognisable: z.boolean().exactOptional(),
  contact: z.array(z.enum(SERVICES)).exactOptional(),
  shutOut: z.array(z.enum(SERVICES)).exactOptional(),
  plans: z.array(z.enum(PLANS)).exactOptional(),
  contactRole: z.string().exactOptional(),
  opening: z.strictObject({ kind: z.enum(OPENINGS), on: LocalDate.exactOptional() }).exactOptional(),
  urgent: z.string().exactOptional(),
  words: z.string().exactOptional(),
  reach: z.string().exactOptional(),
});

const Piece = z.strictObject({
  level: z.enum(LEVELS),
  text: z.string(),
  on: LocalDate,
  by: PersonId,
});
const GroupPart = ReferralPart.extend({ mapping: z.partialRecord(z.enum(DOMAINS), Piece).exactOptional() });

const Summary = z.strictObject({
  criteria: z.record(z.enum(CRITERIA), z.enum(['yes', 'no', 'unsure'])),
  kinds: z.array(z.enum(SERVICE_KINDS)),
  asked: z.enum(CHOICES.asked),
});

const Terms = z.strictObject({
  purpose: z.string(),
  interpreter: z.string(),
  representative: z.enum(REPRESENTATIVES),
  mandate: z.string(),
  conditions: z.string(),
});

const SECTION_SCHEMAS = {
  B: IdentitySchema,
  C: GroupPart,
  D: GroupPart,
  E: GroupPart,
  F: GroupPart,
  summary: Summary,
  contact: z.strictObject({ reach: z.string() }),
  terms: Terms,
  notes: z.strictObject({ text: z.string() }),
  reason: z.strictObject({ text: z.string() }),
} satisfies { readonly [S in Section]: z.ZodType<SectionContent[S]> };

/** What was sealed in this section, by itself, as the part of the content it is. */
export const toContent = (section: Section, text: string): Content => ({
  [section]: SECTION_SCHEMAS[section].parse(JSON.parse(text)),
});
