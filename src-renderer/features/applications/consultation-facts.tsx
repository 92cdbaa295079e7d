import { Link } from 'wouter'
import type { OutputOf } from '../../../src-main/contract/index.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { useAsk } from '../../api/use-ask.ts'
import { labelOf } from '../../api/use-pack.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Section, SectionHead } from '../../ui/page.tsx'

type Consultation = OutputOf<'consultations.get'>['consultation']

/**
 * 来访登记: what the consultation said that has no field in the application, to be read beside it. How many came and what was answered decide
 * nothing here, so they fill in nothing.
 */
export function ConsultationFacts({ id, pack }: { readonly id: string; readonly pack: RulePack }) {
  const { data } = useAsk('consultations.get', { id })
  if (data === undefined) return null
  return (
    <Section>
      <SectionHead
        title="来访登记"
        aside={
          <Link href={`/consultations/${id}`} className="text-link second">
            {data.number}
          </Link>
        }
      />
      <DescriptionList items={factsOf(pack, data.consultation)} />
    </Section>
  )
}

function factsOf(pack: RulePack, { receivedOn, receivedAt, channel, persons, answer, toldOfRight }: Consultation) {
  return [
    { term: '来访', value: [receivedOn, receivedAt ?? '', labelOf(pack.codes.channels, channel)].filter(Boolean).join('　') },
    { term: '人数', value: persons === 1 ? '1 人' : `${persons} 人同来；共同申请的，在第 2 页逐人登记` },
    { term: '答复意见', value: <span className="keep-lines">{answer ?? ''}</span> },
    { term: '告知权利', value: toldOfRight ? '已告知可申请法律援助' : '未告知' },
  ]
}
