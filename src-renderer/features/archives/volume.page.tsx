import { useParams } from 'wouter'
import { AskState } from '../../api/ask-state.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { Sheet } from '../../ui/page.tsx'
import { VolumeSheet } from './volume-sheet.tsx'
import './archives.css'

/** 案卷整理: one volume, from the scans to the seal. */
export function VolumePage() {
  const { id = '' } = useParams<{ id: string }>()
  const volume = useAsk('archives.get', { id })
  return (
    <Sheet folded>
      <AskState ask={volume}>{data => <VolumeSheet key={data.id} volume={data} refetch={volume.refetch} />}</AskState>
    </Sheet>
  )
}
