import { useEffect, useState } from 'react'
import './banner.css'

/** A wait. It says nothing for the first 300 ms, so that what is quick does not flicker. */
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
