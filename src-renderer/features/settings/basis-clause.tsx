import { type Basis, clauseOf } from '../../../src-main/domain/rule-basis.ts'
import { sourceOfClause, usePack } from '../../api/use-pack.ts'
import { Clause } from '../../ui/clause.tsx'

/** What a rule rests on (依据): the clause, with its source in full and the open question behind it. 待核实 stands by itself for M and L. */
export function BasisClause({ basis }: { readonly basis: Basis }) {
  const pack = usePack()
  const text = clauseOf(basis)
  return (
    <Clause
      text={text}
      source={sourceOfClause(pack, basis.source)?.fullName ?? basis.source}
      article={basis.article === '' ? undefined : basis.article}
      quote={basis.note}
      confidence={basis.confidence}
    />
  )
}
