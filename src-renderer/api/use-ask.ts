import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AppError } from '../../src-main/contract/envelope.ts'
import { type AnyInput, type AnyOutput, invoke, type QueryName } from './client.ts'
import { AskError, areaOf } from './query-client.ts'

export type Ask<Data> = {
  readonly data: Data | undefined
  /** Why there is no answer, or why the newest one did not come. */
  readonly error: AppError | null
  /** True until the first answer (or failure). */
  readonly isPending: boolean
  readonly isFetching: boolean
  readonly refetch: () => void
}

export type AskOptions = {
  /** Asks only while true. Default true. */
  readonly enabled?: boolean
  /** Keeps showing the last answer while another input is asked for (paging, search); never for a detail page, which must not show another record. Default false. */
  readonly keep?: boolean
}

/** The key an answer is kept under: area, name, input. */
export function askKey<Name extends QueryName>(name: Name, input: AnyInput<Name>): readonly unknown[] {
  return [areaOf(name), name, input]
}

/** Asks the core a query, shows the last answer while a newer one is fetched, and asks again when a commit touches its area. */
export function useAsk<Name extends QueryName>(
  name: Name,
  input: AnyInput<Name>,
  options: AskOptions = {},
): Ask<AnyOutput<Name>> {
  const { enabled = true, keep = false } = options
  const result = useQuery<AnyOutput<Name>>({
    queryKey: askKey(name, input),
    queryFn: async () => {
      const reply = await invoke(name, input)
      if (!reply.ok) throw new AskError(reply.error)
      return reply.value
    },
    enabled,
    placeholderData: keep ? keepPreviousData : undefined,
  })
  const error = result.error instanceof AskError ? result.error.error : null
  return {
    data: result.data,
    error,
    isPending: enabled && result.isPending,
    isFetching: result.isFetching,
    refetch: () => void result.refetch(),
  }
}
