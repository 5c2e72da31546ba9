require "./main"

ATH.run
