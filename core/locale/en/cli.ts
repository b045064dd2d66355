import type { cli as ar } from '../ar/cli.ts'

export const cli: Record<keyof typeof ar, string> = {}
