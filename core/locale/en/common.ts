import type { common as ar } from '../ar/common.ts'

export const common: Record<keyof typeof ar, string> = {}
