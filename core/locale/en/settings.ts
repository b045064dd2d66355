import type { settings as ar } from '../ar/settings.ts'

export const settings: Record<keyof typeof ar, string> = {}
