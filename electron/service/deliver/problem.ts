import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'

/** Why a delivery stopped. The code decides whether it is tried again by itself or waits for a person. */
export class DeliveryProblem extends Error {
  readonly code: DeliveryProblemCode
  readonly params: Record<string, string>
  /** How long the other side asks to be left alone, in milliseconds. */
  readonly retryAfter: number | null

  constructor(
    code: DeliveryProblemCode,
    params: Record<string, string> = {},
    options: ErrorOptions & { retryAfter?: number | null } = {},
  ) {
    // Without the parameters: an address may be nobody's business in a log.
    super(code, options)
    this.name = 'DeliveryProblem'
    this.code = code
    this.params = params
    this.retryAfter = options.retryAfter ?? null
  }
}

const PASSING: ReadonlySet<DeliveryProblemCode> = new Set([
  'unreachable',
  'timed-out',
  'interrupted',
  'server-error',
  'too-many-requests',
  'folder-missing',
])

/** @returns whether a problem passes by itself, so that nobody need be asked. */
export function isPassing(code: DeliveryProblemCode): boolean {
  return PASSING.has(code)
}
