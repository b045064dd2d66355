import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'

/** Why a delivery stopped. The code decides whether it is retried or waits for a person. */
export class DeliveryProblem extends Error {
  readonly code: DeliveryProblemCode
  readonly params: Record<string, string>
  /** How long the server asks us to wait, in milliseconds. */
  readonly retryAfter: number | null

  constructor(
    code: DeliveryProblemCode,
    params: Record<string, string> = {},
    options: ErrorOptions & { retryAfter?: number | null } = {},
  ) {
    // Without the parameters: a log must not contain addresses.
    super(code, options)
    this.name = 'DeliveryProblem'
    this.code = code
    this.params = params
    this.retryAfter = options.retryAfter ?? null
  }
}

const TRANSIENT: ReadonlySet<DeliveryProblemCode> = new Set([
  'unreachable',
  'timed-out',
  'interrupted',
  'server-error',
  'too-many-requests',
  'folder-missing',
])

/** @returns whether a problem may go away without a person, so that the delivery is retried. */
export function isTransient(code: DeliveryProblemCode): boolean {
  return TRANSIENT.has(code)
}
