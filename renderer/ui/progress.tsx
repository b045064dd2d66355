import { useEffect, useState } from 'react'
import './banner.css'

/** A message while something loads. It appears after 300 ms, so that quick loads do not flicker. */
export function Progress({ label }: { label: string }) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="progress" role="status">
      {isShown ? label : null}
    </div>
  )
}
