export type Answer = { status: number; body: unknown }

/** @returns an error as Ghost words it: what could not be done, then why. */
export function refusal(
  status: number,
  type: string,
  message: string,
  context: string | null = null,
  code: string | null = null,
): Answer {
  return { status, body: { errors: [{ message, context, type, code }] } }
}

type Deed = 'read' | 'edit' | 'list' | 'add'

export const notFound = (deed: Deed): Answer =>
  refusal(404, 'NotFoundError', `Resource not found error, cannot ${deed} post.`, 'Post not found.')

export const invalid = (deed: Deed, context: string): Answer =>
  refusal(422, 'ValidationError', `Validation error, cannot ${deed} post.`, context)
