import type { library as ar } from '../ar/library.ts'

export const library: Record<keyof typeof ar, string> = {}
