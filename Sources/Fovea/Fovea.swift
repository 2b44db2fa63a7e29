import FoveaGraph
