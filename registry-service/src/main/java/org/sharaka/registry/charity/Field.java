package org.sharaka.registry.charity;

/**
 * Fields of activity: the sections of the International Classification of Non-profit and
 * Third Sector Organizations (ICNP/TSO).
 */
public enum Field {

	/** Culture, communication and recreation. */
	A,
	/** Education. */
	B,
	/** Health. */
	C,
	/** Social services. */
	D,
	/** Environmental protection and animal welfare. */
	E,
	/** Community and economic development, housing. */
	F,
	/** Civic, advocacy and international. */
	G,
	/** Philanthropic intermediaries and voluntarism promotion. */
	H,
	/** Religious congregations and associations. */
	I,
	/** Business, professional and labour organizations. */
	J,
	/** Professional, scientific and administrative services. */
	K,
	/** Other activities. */
	L

}
