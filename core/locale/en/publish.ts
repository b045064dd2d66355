import type { publish as ar } from '../ar/publish.ts'

export const publish: Record<keyof typeof ar, string> = {}
