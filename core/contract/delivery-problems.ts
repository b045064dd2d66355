import { z } from 'zod'

/**
 * Why something could not be sent, or what a test found. Each has its words in `core/locale/…/deliver.ts`, with the
 * next step.
 */
export const deliveryProblemSchema = z.enum([
  // Passes by itself: it is tried again.
  'unreachable',
  'timed-out',
  'interrupted',
  'server-error',
  'too-many-requests',
  'folder-missing',
  // Of the address.
  'wrong-address',
  'no-rest',
  'not-json',
  'unreadable-answer',
  'redirected',
  'certificate',
  'plain-http',
  // Of the account.
  'secret-missing',
  'secret-malformed',
  'credentials',
  'passwords-off',
  'authorization-stripped',
  'role-too-low',
  'no-new-categories',
  // Of the article.
  'too-large',
  'rejected',
  'conflict',
  /** A conflict with a post that this store never sent: another desk did. */
  'conflict-unsent',
  /** It stood there after the last sending, and somebody deleted it there. */
  'deleted-there',
  'picture-missing',
  'picture-too-complex',
  'bin-off',
  'embargo-moved',
  /** An embargo cannot hide what readers of the site have. */
  'already-public',
  'not-approved',
  /** The house has made checks binding since it was queued, and the article fails them. */
  'checks-failed',
  // Of the folder.
  'folder-not-writable',
  /** Other accounts are to read it, and its own permissions let none in. */
  'folder-closed',
  'disk-full',
  'name-too-long',
  // Of Midad itself.
  'recovered',
  'internal',
])
export type DeliveryProblemCode = z.infer<typeof deliveryProblemSchema>
