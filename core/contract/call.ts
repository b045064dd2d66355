import type { z } from 'zod'

/** One question that a window may put to the service: what goes in is validated, what comes out is typed. */
export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly input: I
  readonly output: O
}

/** Declares a call. Its key in the group's table is its name on every wire. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { input, output }
}
