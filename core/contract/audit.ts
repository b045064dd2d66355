import { z } from 'zod'

/**
 * What is wrong with the audit of a store. Of a row: `changed`, `removed`, `added` name one that is not as the journal has it;
 * `forged` a step that is not what its person signed; `misplaced` one that does not follow what it says it follows; `unknown` one
 * by a key that the store no longer has. Of the journal: `broken` an entry that does not follow the one before; `cut` an end that
 * is not the signed one; `end-forged` a signature of the end that is nobody's; `end-unsigned` an end that no key signed though
 * there was one; `resumed` that one of these was found before the journal went on; `older` that a backup knows a later end;
 * `person` a person whose row or key was changed;
 * `role` a step in a role that the house never gave its
 * person; `house` a house file that is not the one that an administrator signed.
 */
export const AUDIT_FINDINGS = [
  ...(['changed', 'removed', 'added', 'forged', 'misplaced', 'unknown'] as const),
  ...(['broken', 'cut', 'end-forged', 'end-unsigned', 'resumed', 'older', 'person', 'role', 'house'] as const),
] as const

/** What a finding is about. */
export const AUDITED = [
  ...(['event', 'revision', 'thread', 'message', 'decision', 'assignment'] as const),
  ...(['journal', 'person', 'house'] as const),
] as const

/** The end of a journal, as others keep it. */
const journalHeadSchema = z.object({ journal: z.string(), number: z.int(), running: z.string() })

export const auditFindingSchema = z.object({
  what: z.enum(AUDIT_FINDINGS),
  about: z.enum(AUDITED),
  /** Empty for what is about no article. */
  articleId: z.string(),
  /** The headline of the article, if it is there and can be read. */
  headline: z.string(),
  /**
   * Who and when, as far as the store still says so; empty otherwise. Of the journal, when the first step behind that place was
   * done: from then on nothing is proven.
   */
  by: z.string(),
  at: z.string(),
  /** The place in the journal; 0 for what is not in it. */
  number: z.int(),
})
export type AuditFinding = z.infer<typeof auditFindingSchema>

/** What the check of an audit found. */
export const auditCheckSchema = z.object({
  /** How many entries the journal has. */
  entries: z.int(),
  /** How many steps stand in it, and of them: signed by a known key, and from before the audit or from elsewhere without one. */
  events: z.int(),
  proven: z.int(),
  before: z.int(),
  /** At most `MOST_FINDINGS`, in the order of the journal; `found` counts all. */
  findings: z.array(auditFindingSchema),
  found: z.int(),
  /** The end of the journal; null where it cannot be read. */
  head: journalHeadSchema.nullable(),
})
export type AuditCheck = z.infer<typeof auditCheckSchema>

/** More would make a page that nobody reads. */
export const MOST_FINDINGS = 200
