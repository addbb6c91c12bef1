const { Given, When, Then } = require('@cucumber/cucumber')

Given('there are {int} people', function (count) { this.count = count })
Given('one of them is {string}', function (name) { this.name = name })
When('{string} moves in', function (name) { this.count += name === this.name ? 0 : 1 })
When('{int} more people move in', function (count) { this.count += count })
Then('there are {int} people in all', function (count) { if (this.count !== count) throw new Error(`${this.count} instead of ${count}`) })
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  console.error(`used ${process.resourceUsage().maxRSS} ${Math.round((user + system) / 1000)}`)
})
