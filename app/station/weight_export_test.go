package station

// WeighsTooLittle is for tests of the weights around the limit.
var WeighsTooLittle = weighsTooLittle
