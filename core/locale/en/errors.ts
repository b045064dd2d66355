import type { errors as ar } from '../ar/errors.ts'

export const errors: Record<keyof typeof ar, string> = {}
