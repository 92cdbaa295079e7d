import { formatArchiveNumber } from '../../../src-main/domain/archive-number.ts'
import { formatNumber, seriesBranches } from '../../../src-main/domain/numbering.ts'
import type { RulePack } from '../../../src-main/domain/rule-pack/rule-pack.ts'
import { useSession } from '../../api/session.ts'
import { usePack } from '../../api/use-pack.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Section, SectionHead, SidePane } from '../../ui/page.tsx'
import type { CenterValues } from './center-values.ts'

type Words = Pick<CenterValues, 'fullName' | 'shortName' | 'fondsCode' | 'fondsName'>

/** What the center's words will look like: the head of a paper and the first number of each kind, as they stand in the form now. */
export function NumberPreview({ values, isLive = false }: { readonly values: Words; readonly isLive?: boolean }) {
  const { today } = useSession()
  const pack = usePack()
  const year = Number(today.slice(0, 4))
  return (
    <SidePane label="印出来的样子" width={360}>
      <Section>
        <SectionHead title="印出来的样子" note={isLive ? '随左边的字样变' : undefined} />
        <DescriptionList
          items={[
            { term: '文书抬头', value: values.fullName },
            ...(pack ? numbers(pack, values, year) : []),
            { term: '全宗名称', value: values.fondsName },
          ]}
        />
      </Section>
      <Section>
        <SectionHead title="改动从什么时候算" />
        <p className="second soft">
          已经出具的文书、已经取得的编号和封好的案卷都不改。改名之后出具的文书用新的字样，编号继续往下数，不从头开始。
        </p>
      </Section>
    </SidePane>
  )
}

const SHOWN = ['consultation', 'application', 'decision-grant', 'case', 'assignment'] as const

function numbers(pack: RulePack, values: Words, year: number): { term: string; value: string }[] {
  const drawn = SHOWN.flatMap(id => {
    const series = pack.numberSeries.find(one => one.id === id)
    if (!series) return []
    const words = seriesBranches(series, pack.codes)[0]?.words
    return [{ term: TERMS[id], value: formatNumber(series, { ...words, short: values.shortName, year, seq: 1 }) }]
  })
  const category = pack.archiveNumber.categories[0]?.code ?? ''
  const archive = formatArchiveNumber(pack.archiveNumber, {
    fonds: values.fondsCode,
    category,
    year,
    retention: pack.retention.defaultPeriod,
    seq: 1,
  })
  return [...drawn, { term: '档号', value: archive }]
}

const TERMS: Readonly<Record<(typeof SHOWN)[number], string>> = {
  consultation: '咨询',
  application: '申请',
  'decision-grant': '决定书',
  case: '案号',
  assignment: '指派通知书',
}
