<?php

echo "<h1>Pages</h1>";
