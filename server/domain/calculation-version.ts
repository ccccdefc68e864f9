/**
 * The version of the equations: one more with every change of the code after which the same request and data can give other bytes.
 * Data are pinned by their hash and can be brought back; code cannot, so an inventory also says which equations it came from. The
 * releases under emission-factors/releases hold results that the code must still give as long as this number stands.
 */
export const calculationVersion = 1;
