import type { importing as ar } from '../ar/importing.ts'

export const importing: Record<keyof typeof ar, string> = {}
