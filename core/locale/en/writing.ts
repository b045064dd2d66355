import type { writing as ar } from '../ar/writing.ts'

export const writing: Record<keyof typeof ar, string> = {}
