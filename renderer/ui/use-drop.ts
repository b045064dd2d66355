import { useState, type DragEvent } from 'react'

type DropProps = {
  onDragOver: (event: DragEvent) => void
  onDragLeave: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
}

/**
 * Makes an element a drop target for files.
 * @returns the element's props, and whether a file is being dragged over it
 */
export function useDrop(onFile: (file: File) => void): { isOver: boolean; dropProps: DropProps } {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    dropProps: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return
        // Without this the browser would open the file.
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event) {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!inside) setOver(false)
      },
      onDrop(event) {
        const file = event.dataTransfer.files[0]
        if (file === undefined) return
        event.preventDefault()
        setOver(false)
        onFile(file)
      },
    },
  }
}
