module example.com/diary

go 1.26.0

require modernc.org/sqlite v1.40.0
