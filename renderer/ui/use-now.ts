import { useEffect, useState } from 'react'

const TICK_MS = 30_000

/** @returns the time in milliseconds, which goes on every 30 s. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
