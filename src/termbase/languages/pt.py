"""Portuguese: the words that start sentences."""

from termbase.languages.profile import Profile, words

PROFILE = Profile(
    tag="pt",
    bare_capitals=True,
    starters=words(
        """
        o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela isto
        isso aquilo eu tu ele ela você nós vós eles elas vocês meu minha seu sua seus suas nosso
        nossa se me te lhe nos
        ao aos à às de do da dos das em no na nos nas num numa com por pelo pela pelos pelas para
        sem sob sobre entre até desde durante após ante contra segundo conforme perante
        e ou mas porém contudo todavia entretanto porque pois que se quando enquanto como onde
        assim então depois antes além também ainda já agora hoje ontem amanhã aqui ali lá
        finalmente atualmente posteriormente igualmente apesar embora
        quem qual quais quanto quantos por não sim nem todo toda todos todas cada muitos muitas
        alguns algumas vários várias nenhum nenhuma outro outra outros outras ambos tal
        é são era eram foi foram há tem têm está estão dois duas três quatro cinco seis sete oito
        nove dez
        """
    ),
    particles=words("de do da dos das e"),
    labels=words(
        """
        fig figura tabela tab quadro gráfico mapa esquema capítulo parte seção secção anexo
        apêndice título livro ato
        """
    ),
)
