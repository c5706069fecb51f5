"""Spanish: the words that start sentences."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="es",
    bare_capitals=True,
    starters=words(
        """
        el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella
        aquellos esto eso yo tú él ella usted nosotros ellos ellas ustedes mi mis tu tus su sus
        nuestro nuestra nuestros nuestras se me te le les nos
        a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según
        sin sobre tras
        y e o u pero sino mas aunque porque pues que si cuando mientras como donde así entonces
        luego después antes además también tampoco ahora hoy ayer mañana aquí allí ya aún todavía
        sin embargo finalmente actualmente posteriormente igualmente asimismo
        qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuántos por
        no sí ni todo toda todos todas cada muchos muchas algunos algunas varios varias ningún
        ninguna otro otra otros otras ambos tal es son era eran fue fueron ha han había hay está
        están tiene dos tres cuatro cinco seis siete ocho nueve diez
        """
    ),
    particles=words("de del la las los el y"),
    labels=words(
        """
        fig figura tabla cuadro gráfico mapa esquema lámina capítulo parte sección anexo
        apéndice título libro tomo acto
        """
    ),
)
