import { z } from 'zod'

/** What the receiver must do with a package. `withdraw` and `kill` carry no body. */
export const actionSchema = z.enum(['publish', 'correct', 'update', 'withdraw', 'kill'])
export type PackageAction = z.infer<typeof actionSchema>

const BODILESS: ReadonlySet<PackageAction> = new Set(['withdraw', 'kill'])

/** @returns whether a package with this action carries the article itself. */
export function carriesBody(action: PackageAction): boolean {
  return !BODILESS.has(action)
}
