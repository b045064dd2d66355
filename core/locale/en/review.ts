import type { review as ar } from '../ar/review.ts'

export const review: Record<keyof typeof ar, string> = {}
