import { z } from 'zod'
import { articleSchema } from '../article/article.ts'
import { goalSchema } from '../article/goal.ts'
import { assignmentSchema } from '../review/assignment.ts'
import { queueSchema } from '../review/queues.ts'
import { standingSchema } from '../review/standing.ts'
import { stateSchema } from '../review/states.ts'
import { call } from './call.ts'
import { manyCall } from './many.ts'
import { listOrderSchema, USUAL_ORDER } from './order.ts'
import { decidedProposalSchema } from './proposals.ts'

const id = z.string().min(1).max(64)
/** Counts the saves of a working copy; a save names the one it started from. */
const saveNumber = z.int().nonnegative()

/** One row of the library. */
export const articleRowSchema = z.object({
  id,
  headline: z.string(),
  deck: z.string(),
  state: stateSchema,
  /** The byline, or the name of whoever brought the article in. */
  author: z.string(),
  section: z.string(),
  words: z.int(),
  hasImage: z.boolean(),
  /** The hash of the first picture; empty for none. */
  picture: z.string(),
  /** The first words, by which an article without a headline is known; empty for one with a headline. */
  opening: z.string(),
  urgency: z.int().nullable(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  standing: standingSchema,
  openThreads: z.int(),
  openProposals: z.int(),
  assignment: assignmentSchema,
  /** When destinations that have it will show it to readers, the earliest first; ISO 8601, UTC. */
  scheduled: z.array(z.object({ destination: z.string(), at: z.string() })),
  /** Whether somebody else did something with it that this person has not seen. */
  isUnread: z.boolean(),
  /** The row does not match its seal: none of it is certain, and the article must be recovered. */
  isDamaged: z.boolean(),
})

const moment = z.union([z.literal(''), z.iso.datetime()])

/** Filters of a list; an empty string or null filters nothing. */
export const listFilterSchema = z.object({
  author: z.string().max(200).default(''),
  /** In any spelling; what the house merged is one section. */
  section: z.string().max(500).default(''),
  /** ISO 8601, UTC: changed at this moment or later. */
  from: moment.default(''),
  /** ISO 8601, UTC: changed before this moment. */
  to: moment.default(''),
  hasImage: z.boolean().nullable().default(null),
  kind: z.string().max(500).default(''),
  urgency: z.int().min(1).max(8).nullable().default(null),
  /** `running`: it ends later; `over`: it has ended; `none`: there is none. */
  embargo: z.enum(['', 'running', 'over', 'none']).default(''),
  /** To whom it is assigned, as the assignment spells the name. */
  assignee: z.string().max(200).default(''),
})

export const listQuerySchema = listFilterSchema.extend({
  /** Words to find, folded; in quotation marks: as a phrase; empty: all articles. */
  search: z.string().max(500).default(''),
  states: z.array(stateSchema).default([]),
  /** A name: only articles whose comments or proposals wait for this person. Empty: all. */
  needsMe: z.string().max(200).default(''),
  /** Of whoever asks. */
  queue: queueSchema.default('all'),
  /** ISO 8601, UTC: the text is not approved, and its deadline is at this moment or later, and before that one. */
  dueFrom: moment.default(''),
  dueTo: moment.default(''),
  order: listOrderSchema.default(USUAL_ORDER),
  limit: z.int().min(1).max(500).default(100),
  offset: z.int().nonnegative().default(0),
})

/** A stretch of a text, and whether it is what was looked for. */
const stretchesSchema = z.array(z.object({ text: z.string(), isHit: z.boolean() }))

/** Where the caret stood: a Slate range, kept beside the article and never exported. */
export const caretSchema = z.object({
  anchor: z.object({ path: z.array(z.int().nonnegative()).max(16), offset: z.int().nonnegative() }),
  focus: z.object({ path: z.array(z.int().nonnegative()).max(16), offset: z.int().nonnegative() }),
})

export const openArticleSchema = z.object({
  article: articleSchema,
  state: stateSchema,
  author: z.string(),
  saveNumber,
  updatedAt: z.string(),
  caret: caretSchema.nullable(),
  goal: goalSchema.nullable(),
})

export const articlesCalls = {
  'articles.list': call(
    listQuerySchema,
    z.object({
      rows: z.array(articleRowSchema),
      total: z.int(),
      counts: z.partialRecord(stateSchema, z.int()),
      /** The search found more than it looks at, which is the newest. */
      isMore: z.boolean(),
    }),
  ),
  /** The choices that the filters of the list offer, the most frequent first. */
  'articles.facets': call(
    z.object({}),
    z.object({
      authors: z.array(z.string()),
      /** By the names that the house gives them, each with the spellings that are used. */
      sections: z.array(z.object({ name: z.string(), spellings: z.array(z.string()), articles: z.int() })),
      kinds: z.array(z.string()),
      assignees: z.array(z.string()),
    }),
  ),
  /**
   * Where a search matched, in the words as they were written: the whole headline, and an excerpt of the best other match,
   * empty when only the headline matched. Articles that cannot be read are left out.
   */
  'articles.excerpts': call(
    z.object({ ids: z.array(id).max(100), search: z.string().max(500) }),
    z.object({
      excerpts: z.array(
        z.object({
          id,
          headline: stretchesSchema,
          text: stretchesSchema,
          place: z.enum(['text', 'picture', 'details', 'note']),
        }),
      ),
    }),
  ),
  /** Makes a draft from one of the house's templates, or an empty one; also when the template no longer exists. */
  'articles.create': call(z.object({ templateId: z.string().max(64).optional() }), z.object({ id })),
  /**
   * Makes a draft of the saved text of an article, with a mark in its headline. It has no history; its pictures are the same.
   */
  'articles.duplicate': call(z.object({ id }), z.object({ id })),
  /**
   * Puts articles into a section. One that this edit would move to another state is refused with `would-move`; the others as
   * `articles.save` refuses them.
   */
  'articles.setSection': manyCall({ section: z.string().trim().max(500) }),
  /** Sets how long the body should become. It is no edit: the article stays approved. */
  'articles.setGoal': call(z.object({ id, goal: goalSchema.nullable() }), z.object({})),
  /** Reads an article without taking its edit lock. */
  'articles.get': call(z.object({ id }), openArticleSchema),
  /**
   * Opens an article for writing. One client holds the edit lock at a time: `editable` is false, with the reason,
   * while another window has it or the article's state forbids this actor to edit. After the service restarted, a window
   * that was writing passes `hadLock`: its edit lock is reserved for it for a while.
   */
  'articles.open': call(
    z.object({ id, hadLock: z.boolean().optional() }),
    openArticleSchema.extend({
      editable: z.boolean(),
      readOnlyReason: z
        .enum(['open-elsewhere', 'not-your-draft', 'in-review', 'submitted', 'killed', 'store-read-only', 'store-full'])
        .nullable(),
    }),
  ),
  /** Releases the edit lock, and keeps the text as a revision. A window that closes releases its locks too. */
  'articles.close': call(z.object({ id }), z.object({})),
  /**
   * Commits the working copy, with the proposals that a person decided on, in one transaction. The answer comes after SQLite
   * has synced it to the disk. A save that did not start from the stored one is refused with `conflict`, also for a
   * proposal; an article whose state the edit reopens says so. Where the text is as it was, as after a rejection, the article
   * stays as it is.
   */
  'articles.save': call(
    z.object({
      ...{ article: articleSchema, baseSaveNumber: saveNumber, caret: caretSchema.nullable() },
      proposals: z.array(decidedProposalSchema).max(100).default([]),
      /**
       * The text is a merge of the stored one and another version, of which this is the hash; the other need not be kept here.
       * Both the stored text and the merge are kept as revisions, the merge with two parents.
       */
      merged: z.object({ revision: z.string().regex(/^[0-9a-f]{64}$/u) }).optional(),
    }),
    z.object({
      ...{ saveNumber, updatedAt: z.string(), state: stateSchema },
      /** The save numbers of the proposals that were given. */
      proposals: z.array(z.object({ id, saveNumber })),
    }),
  ),
}
