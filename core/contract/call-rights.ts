import { CALL_RIGHTS, type Rights } from '../newsroom/rights.ts'
import type { CallName } from './contract.ts'

/** The table of rights knows no contract: here the compiler names a call that it lacks, and a row without a call. */
export const RIGHTS: Readonly<Record<CallName, Rights>> = CALL_RIGHTS satisfies Readonly<
  Record<CallName, Rights> & Record<Exclude<keyof typeof CALL_RIGHTS, CallName>, never>
>
