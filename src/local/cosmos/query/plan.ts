import { type JsonObject } from '../json';

/**
 * The SDK asks for a plan beside every query and uses it only when the service says that it cannot serve the
 * query across partitions, or when the caller forces it. Here one range holds everything and is sorted, counted
 * and cut by the server, so the plan is: send the query as it stands to that range.
 */
export const QUERY_PLAN: JsonObject = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None',
    top: null,
    offset: null,
    limit: null,
    orderBy: [],
    orderByExpressions: [],
    groupByExpressions: [],
    groupByAliases: [],
    aggregates: [],
    groupByAliasToAggregateType: {},
    rewrittenQuery: '',
    hasSelectValue: false,
    hasNonStreamingOrderBy: false,
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
};
